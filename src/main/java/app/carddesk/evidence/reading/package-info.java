/** Reading: what bar codes and print on a page say, and the covering of redemption codes. */
@NullMarked
package app.carddesk.evidence.reading;

import org.jspecify.annotations.NullMarked;
