/// Coming in and going out: login, refresh, logout, password change, and the limits on guessing.
@NullMarked
package poca.auth.login;

import org.jspecify.annotations.NullMarked;
