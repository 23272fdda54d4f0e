package dev.weft.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads one of a few values by its label, and lists the labels for completion.
abstract class ChoiceConverter<T> implements ITypeConverter<T>, Iterable<String> {
    private final String complaint;
    private final List<T> values;
    private final Function<T, String> label;

    /// @param complaint about another word, with a place for it
    ChoiceConverter(String complaint, Stream<T> values, Function<T, String> label) {
        this.complaint = complaint;
        this.values = values.toList();
        this.label = label;
    }

    @Override
    public T convert(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> label.apply(value).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        complaint.formatted(text)
                                                + SpellingSuggestions.question(word, labels())));
    }

    @Override
    public Iterator<String> iterator() {
        return labels().iterator();
    }

    private List<String> labels() {
        return values.stream().map(label).toList();
    }
}
