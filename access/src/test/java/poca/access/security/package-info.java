@org.jspecify.annotations.NullMarked
package poca.access.security;
