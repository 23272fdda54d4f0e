package dev.weft.calibrate;

import dev.weft.archive.Item;

/// Makes single uploads in two steps, so that only the second need be timed.
interface ProbeClient {
    /// Signs and connects, so that nothing is left but the upload itself.
    Ready prepare(String key, Item item) throws CalibrationException;

    /// An upload that is ready.
    @FunctionalInterface
    interface Ready {
        /// Sends the request and reads the answer to its end, in the calling thread.
        ///
        /// @throws CalibrationException where the answer is no success
        void send() throws CalibrationException;
    }
}
