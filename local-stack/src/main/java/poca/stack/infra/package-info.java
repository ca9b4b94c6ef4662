/// The real parts that services stand on: a PostgreSQL server, a Kafka broker and an S3 server,
/// started from Maven artefacts alone.
@NullMarked
package poca.stack.infra;

import org.jspecify.annotations.NullMarked;
