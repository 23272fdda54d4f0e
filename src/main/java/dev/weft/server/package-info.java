/// The embedded S3 server: S3Proxy speaks HTTP and checks signatures, a store of our own keeps the
/// objects. Start reading at [dev.weft.server.EmbeddedServer].
///
/// May use `plan`. The only package that uses S3Proxy and its Jetty; it uses the SDK's S3 model, in
/// which S3Proxy asks and is answered.
@NullMarked
package dev.weft.server;

import org.jspecify.annotations.NullMarked;
