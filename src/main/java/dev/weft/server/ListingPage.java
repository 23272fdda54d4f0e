package dev.weft.server;

import java.util.List;
import java.util.Optional;

/// A page of a listing.
///
/// @param objects objects in the order of their keys
/// @param commonPrefixes common prefixes in order
/// @param last last key or common prefix of the page; empty for the last page
record ListingPage(List<StoredObject> objects, List<String> commonPrefixes, Optional<String> last) {
    /// Request for a page.
    ///
    /// @param prefix start of all keys; may be empty
    /// @param delimiter end of a common prefix; empty for none
    /// @param after key or common prefix before the page; empty for the first page
    /// @param limit largest number of objects and common prefixes
    record Request(String prefix, String delimiter, String after, int limit) {}
}
