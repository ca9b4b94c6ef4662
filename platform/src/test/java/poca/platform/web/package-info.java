@org.jspecify.annotations.NullMarked
package poca.platform.web;
