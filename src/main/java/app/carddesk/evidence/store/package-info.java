/** Where the contents of evidence are kept. */
@NullMarked
package app.carddesk.evidence.store;

import org.jspecify.annotations.NullMarked;
