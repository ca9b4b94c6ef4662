/// What the gateway answers itself: welcome, health, keys, docs.
@NullMarked
package poca.gateway.page;

import org.jspecify.annotations.NullMarked;
