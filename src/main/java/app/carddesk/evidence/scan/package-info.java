/** Looking for malicious programs in files that arrive. */
@NullMarked
package app.carddesk.evidence.scan;

import org.jspecify.annotations.NullMarked;
