/// The real parts that services stand on: a PostgreSQL server, a Kafka broker and an S3 server,
/// started from Maven artefacts alone.
@NullMarked
package poca.infra;

import org.jspecify.annotations.NullMarked;
