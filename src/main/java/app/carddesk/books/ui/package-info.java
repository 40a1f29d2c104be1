/** The screen that says whether the books balance. */
@NullMarked
package app.carddesk.books.ui;

import org.jspecify.annotations.NullMarked;
