/// The embedded S3 server.
///
/// May touch nothing of weft. The only room that knows S3Proxy and its Jetty.
@NullMarked
package dev.weft.server;

import org.jspecify.annotations.NullMarked;
