/** The letters of a case on its page. */
@NullMarked
package app.carddesk.letters.ui;

import org.jspecify.annotations.NullMarked;
