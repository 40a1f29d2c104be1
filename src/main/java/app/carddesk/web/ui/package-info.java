/** What the windows of strangers may take up, and what may be said in the name of any window. */
@NullMarked
package app.carddesk.web.ui;

import org.jspecify.annotations.NullMarked;
