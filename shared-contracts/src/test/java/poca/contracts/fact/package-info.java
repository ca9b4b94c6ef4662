@org.jspecify.annotations.NullMarked
package poca.contracts.fact;
