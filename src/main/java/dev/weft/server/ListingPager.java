package dev.weft.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// Reads one page of an index. Takes a step for each row, and a search for each common prefix.
final class ListingPager {
    private final NavigableMap<String, StoredObject> objects;
    private final ListingPage.Request request;
    private final List<StoredObject> found = new ArrayList<>();
    private final List<String> commonPrefixes = new ArrayList<>();

    private ListingPager(NavigableMap<String, StoredObject> objects, ListingPage.Request request) {
        this.objects = objects;
        this.request = request;
    }

    static ListingPage page(
            NavigableMap<String, StoredObject> objects, ListingPage.Request request) {
        return new ListingPager(objects, request).read();
    }

    private ListingPage read() {
        String last = "";
        Iterator<Map.Entry<String, StoredObject>> rest = start();
        while (request.limit() > 0 && rest.hasNext()) {
            Map.Entry<String, StoredObject> entry = rest.next();
            String key = entry.getKey();
            if (!key.startsWith(request.prefix())) {
                break;
            }
            if (found.size() + commonPrefixes.size() == request.limit()) {
                return new ListingPage(found, commonPrefixes, Optional.of(last));
            }
            int end = endOfCommonPrefix(key);
            if (end < 0) {
                found.add(entry.getValue());
                last = key;
            } else {
                last = key.substring(0, end);
                commonPrefixes.add(last);
                rest = afterAllWith(last);
            }
        }
        return new ListingPage(found, commonPrefixes, Optional.empty());
    }

    private Iterator<Map.Entry<String, StoredObject>> start() {
        String after = request.after();
        if (KeyOrder.compare(after, request.prefix()) < 0) {
            return entries(objects.tailMap(request.prefix(), true));
        }
        return endOfCommonPrefix(after) == after.length()
                ? afterAllWith(after)
                : entries(objects.tailMap(after, after.isEmpty()));
    }

    /// Returns the end of a key's common prefix, or -1 if it has none.
    private int endOfCommonPrefix(String key) {
        if (request.delimiter().isEmpty() || !key.startsWith(request.prefix())) {
            return -1;
        }
        int at = key.indexOf(request.delimiter(), request.prefix().length());
        return at < 0 ? -1 : at + request.delimiter().length();
    }

    private Iterator<Map.Entry<String, StoredObject>> afterAllWith(String prefix) {
        return KeyOrder.afterAllWith(prefix)
                .map(bound -> entries(objects.tailMap(bound, true)))
                .orElseGet(Collections::emptyIterator);
    }

    private static Iterator<Map.Entry<String, StoredObject>> entries(
            NavigableMap<String, StoredObject> map) {
        return map.entrySet().iterator();
    }
}
