/// Coming in and going out: login in one step or two, refresh, logout, password change.
@NullMarked
package poca.auth.login;

import org.jspecify.annotations.NullMarked;
