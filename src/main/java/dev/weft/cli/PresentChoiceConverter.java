package dev.weft.cli;

import dev.weft.analysis.PresentChoice;
import dev.weft.plan.ModeName;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Converts choices such as `sequential` and `threads:16`.
final class PresentChoiceConverter implements ITypeConverter<PresentChoice> {
    private static final Pattern CHOICE = Pattern.compile("([a-z]+)(?::([1-9]\\d{0,6}))?");

    @Override
    public PresentChoice convert(String value) {
        Matcher match = CHOICE.matcher(value.strip().toLowerCase(Locale.ROOT));
        Optional<ModeName> mode =
                match.matches() ? ModeName.ofLabel(match.group(1)) : Optional.empty();
        if (mode.isEmpty()) {
            throw new TypeConversionException(
                    "'%s' is no choice; write a mode, or a mode and how many at once, such as threads:16%s"
                            .formatted(
                                    value,
                                    SpellingSuggestions.question(
                                            value.strip().replaceFirst(":.*", ""),
                                            OptionValues.Mode.LABELS)));
        }
        return new PresentChoice(
                mode.get(),
                match.group(2) == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(match.group(2))));
    }
}
