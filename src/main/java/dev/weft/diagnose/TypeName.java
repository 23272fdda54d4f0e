package dev.weft.diagnose;

/// Names of classes as people write them.
final class TypeName {
    private TypeName() {}

    /// The name of a class as in a source file.
    ///
    /// @param name as the JVM has it, such as `[B` or `[Ljava.lang.Object;`
    static String readable(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        String element = name.substring(1);
        String readable =
                switch (element) {
                    case "Z" -> "boolean";
                    case "B" -> "byte";
                    case "C" -> "char";
                    case "S" -> "short";
                    case "I" -> "int";
                    case "J" -> "long";
                    case "F" -> "float";
                    case "D" -> "double";
                    default ->
                            element.startsWith("L") && element.endsWith(";")
                                    ? element.substring(1, element.length() - 1)
                                    : readable(element);
                };
        return readable + "[]";
    }
}
