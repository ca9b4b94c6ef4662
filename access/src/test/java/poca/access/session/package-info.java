@org.jspecify.annotations.NullMarked
package poca.access.session;
