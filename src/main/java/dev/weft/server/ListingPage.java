package dev.weft.server;

import java.util.List;
import java.util.Optional;

/// A page of a listing.
///
/// @param objects in the order of their keys
/// @param commonPrefixes in order
/// @param last the last key or common prefix of the page; empty where no page follows
record ListingPage(List<StoredObject> objects, List<String> commonPrefixes, Optional<String> last) {
    /// Which page.
    ///
    /// @param prefix what all keys start with; may be empty
    /// @param delimiter what ends a common prefix; empty for none
    /// @param after the key or common prefix after which the page starts; empty for the first page
    /// @param limit objects and common prefixes at most
    record Request(String prefix, String delimiter, String after, int limit) {}
}
