package dev.weft.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Suggests candidates that are similar to a misspelt word.
final class SpellingSuggestions {
    /// One of three letters may be wrong.
    private static final int LETTERS_PER_TYPO = 3;

    private SpellingSuggestions() {}

    private record Scored(String candidate, int distance, int length) {
        boolean isSimilar() {
            return distance <= Math.max(1, length / LETTERS_PER_TYPO);
        }
    }

    /// Returns the most similar candidates, or else the first candidate that starts with the word.
    /// Ignores case and leading hyphens.
    static List<String> to(String word, Collection<String> candidates) {
        String typed = normalized(word);
        List<Scored> similar =
                candidates.stream()
                        .map(
                                candidate ->
                                        new Scored(
                                                candidate,
                                                distance(typed, normalized(candidate)),
                                                Math.max(
                                                        typed.length(),
                                                        normalized(candidate).length())))
                        .filter(Scored::isSimilar)
                        .toList();
        int least = similar.stream().mapToInt(Scored::distance).min().orElse(0);
        return similar.isEmpty()
                ? withPrefix(typed, candidates).stream().toList()
                : similar.stream()
                        .filter(scored -> scored.distance() == least)
                        .map(Scored::candidate)
                        .toList();
    }

    /// Returns a question for the end of a message; empty if no candidate is similar.
    static String question(String word, Collection<String> candidates) {
        List<String> similar = to(word, candidates);
        return similar.isEmpty()
                ? ""
                : "; did you mean %s?".formatted(String.join(" or ", similar));
    }

    private static Optional<String> withPrefix(String typed, Collection<String> candidates) {
        return typed.length() < LETTERS_PER_TYPO
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate -> normalized(candidate).startsWith(typed))
                        .findFirst();
    }

    private static String normalized(String word) {
        return word.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    }

    /// Optimal string alignment distance: the number of omitted, added, replaced and swapped
    /// letters.
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
                Math.min(
                        cost[i - 1][j - 1] + (same ? 0 : 1),
                        1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
