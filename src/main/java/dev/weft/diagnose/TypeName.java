package dev.weft.diagnose;

/// Converts names of classes for display.
final class TypeName {
    private TypeName() {}

    /// Returns the name of a class as in source code.
    ///
    /// @param name name in the JVM, such as `[B` or `[Ljava.lang.Object;`
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
