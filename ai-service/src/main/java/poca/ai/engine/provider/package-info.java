/// The providers of models, each behind the same small port: their clients, their clocks, their
/// breakers. What is said to them and what becomes of their answers is decided outside.
@NullMarked
package poca.ai.engine.provider;

import org.jspecify.annotations.NullMarked;
