/** Small building blocks that every screen is made of. */
@NullMarked
package app.carddesk.shared.ui;

import org.jspecify.annotations.NullMarked;
