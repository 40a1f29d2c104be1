/** Carddesk: the desk of a gift-card issuer's customer support. */
@NullMarked
package app.carddesk;

import org.jspecify.annotations.NullMarked;
