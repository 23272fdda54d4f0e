package dev.weft.testing;

import java.util.Map;

/// A store that modes are tested against.
public interface StoreUnderTest extends AutoCloseable {
    /// A prefix that nothing is stored below yet.
    String newPrefix();

    /// Uploads that go below the prefix.
    Workloads below(String prefix);

    /// What is stored below the prefix: hexadecimal bytes by key.
    Map<String, String> objects(String prefix);

    @Override
    void close();
}
