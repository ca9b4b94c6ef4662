/// What runs in the process that reads one document: it knows no service, no address and no secret.
@NullMarked
package poca.records.extraction.reader;

import org.jspecify.annotations.NullMarked;
