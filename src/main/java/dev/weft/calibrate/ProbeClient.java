package dev.weft.calibrate;

import dev.weft.archive.Item;

/// Makes single uploads in two steps, so that the preparation can be excluded from timing.
interface ProbeClient {
    /// Signs the request and connects.
    Ready prepare(String key, Item item) throws CalibrationException;

    /// A prepared upload.
    @FunctionalInterface
    interface Ready {
        /// Sends the request and reads the whole response, in the calling thread.
        ///
        /// @throws CalibrationException if the upload fails
        void send() throws CalibrationException;
    }
}
