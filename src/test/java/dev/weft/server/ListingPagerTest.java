package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.domain.BlobMetadata;
import org.junit.jupiter.api.Test;

final class ListingPagerTest {
    private final ConcurrentSkipListMap<String, StoredObject> objects =
            new ConcurrentSkipListMap<>(KeyOrder::compare);

    @Test
    void readsAnEmptyIndex() {
        assertThat(page("", "", "", 10))
                .isEqualTo(new ListingPage(List.of(), List.of(), Optional.empty()));
    }

    @Test
    void readsNothingWhenNothingIsAskedFor() {
        add("a");

        assertThat(page("", "", "", 0).last()).isEmpty();
        assertThat(keys(page("", "", "", 0))).isEmpty();
    }

    @Test
    void endsWithoutAFollowingPageWhenTheLastRowFits() {
        add("a", "b");

        assertThat(page("", "", "", 2).last()).isEmpty();
        assertThat(page("", "", "", 1).last()).contains("a");
    }

    @Test
    void readsOnlyKeysWithThePrefix() {
        add("a", "ab", "abc", "b", "abd");

        assertThat(keys(page("ab", "", "", 10))).containsExactly("ab", "abc", "abd");
    }

    @Test
    void startsAtThePrefixWhenTheMarkerIsBeforeIt() {
        add("a", "b/1", "b/2");

        assertThat(keys(page("b/", "", "a", 10))).containsExactly("b/1", "b/2");
    }

    @Test
    void findsNothingWhenTheMarkerIsBehindThePrefix() {
        add("a/1", "b/1");

        assertThat(keys(page("a/", "", "b", 10))).isEmpty();
    }

    @Test
    void rollsUpAKeyThatEndsWithTheDelimiter() {
        add("a/", "a/1", "b");

        ListingPage page = page("", "/", "", 10);

        assertThat(page.commonPrefixes()).containsExactly("a/");
        assertThat(keys(page)).containsExactly("b");
    }

    @Test
    void rollsUpAtADelimiterOfSeveralCharacters() {
        add("a--1", "a--2", "a-3");

        ListingPage page = page("", "--", "", 10);

        assertThat(page.commonPrefixes()).containsExactly("a--");
        assertThat(keys(page)).containsExactly("a-3");
    }

    @Test
    void readsTheSameRowsInPagesAsAtOnce() {
        Random random = new Random(1);
        for (int count = 0; count < 500; count++) {
            add(randomKey(random));
        }
        for (String prefix : List.of("", "a", "a/", "a/b/")) {
            for (String delimiter : List.of("", "/", "b")) {
                List<String> all = rows(page(prefix, delimiter, "", 10_000));
                assertThat(all).isEqualTo(expected(prefix, delimiter));
                for (int limit : List.of(1, 2, 7, 100)) {
                    assertThat(inPages(prefix, delimiter, limit))
                            .as("prefix '%s', delimiter '%s', limit %d", prefix, delimiter, limit)
                            .isEqualTo(all);
                }
            }
        }
    }

    private List<String> inPages(String prefix, String delimiter, int limit) {
        List<String> rows = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            ListingPage page = page(prefix, delimiter, after.get(), limit);
            assertThat(rows(page)).hasSizeLessThanOrEqualTo(limit);
            rows.addAll(rows(page));
            after = page.last();
        }
        return rows;
    }

    private List<String> expected(String prefix, String delimiter) {
        TreeSet<String> rows = new TreeSet<>();
        for (String key : objects.keySet()) {
            int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (key.startsWith(prefix)) {
                rows.add(at < 0 ? key : key.substring(0, at + delimiter.length()));
            }
        }
        return List.copyOf(rows);
    }

    private static String randomKey(Random random) {
        StringBuilder key = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int at = 0; at < length; at++) {
            key.append("ab/".charAt(random.nextInt(3)));
        }
        return key.toString();
    }

    private void add(String... keys) {
        for (String key : keys) {
            objects.put(
                    key,
                    new StoredObject(
                            key,
                            "etag",
                            Instant.EPOCH,
                            BlobMetadata.builder().name(key).build(),
                            new Body(new JoinedBytes(List.of()))));
        }
    }

    private ListingPage page(String prefix, String delimiter, String after, int limit) {
        return ListingPager.page(objects, new ListingPage.Request(prefix, delimiter, after, limit));
    }

    private static List<String> keys(ListingPage page) {
        return page.objects().stream().map(StoredObject::key).toList();
    }

    private static List<String> rows(ListingPage page) {
        return Stream.concat(keys(page).stream(), page.commonPrefixes().stream()).sorted().toList();
    }
}
