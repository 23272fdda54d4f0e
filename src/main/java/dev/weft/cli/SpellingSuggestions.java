package dev.weft.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words that somebody may have meant who typed another one.
final class SpellingSuggestions {
    /// Of three letters one may be wrong.
    private static final int LETTERS_FOR_A_SLIP = 3;

    private SpellingSuggestions() {}

    private record Scored(String candidate, int distance, int length) {
        boolean isNear() {
            return distance <= Math.max(1, length / LETTERS_FOR_A_SLIP);
        }
    }

    /// The candidates with the fewest slips of the finger; or else the first one that begins like
    /// the word. Hyphens in front do not count, nor does case.
    static List<String> to(String word, Collection<String> candidates) {
        String typed = bare(word);
        List<Scored> near =
                candidates.stream()
                        .map(
                                candidate ->
                                        new Scored(
                                                candidate,
                                                distance(typed, bare(candidate)),
                                                Math.max(typed.length(), bare(candidate).length())))
                        .filter(Scored::isNear)
                        .toList();
        int least = near.stream().mapToInt(Scored::distance).min().orElse(0);
        return near.isEmpty()
                ? beginningWith(typed, candidates).stream().toList()
                : near.stream()
                        .filter(scored -> scored.distance() == least)
                        .map(Scored::candidate)
                        .toList();
    }

    /// A question to put at the end of a sentence; empty where nothing is near.
    static String question(String word, Collection<String> candidates) {
        List<String> near = to(word, candidates);
        return near.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(" or ", near));
    }

    private static Optional<String> beginningWith(String typed, Collection<String> candidates) {
        return typed.length() < LETTERS_FOR_A_SLIP
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate -> bare(candidate).startsWith(typed))
                        .findFirst();
    }

    private static String bare(String word) {
        return word.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    }

    /// How many letters were dropped, added, taken for another or swapped with the next one: the
    /// optimal string alignment distance.
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
