/** What the windows of strangers may take up. */
@NullMarked
package app.carddesk.web.ui;

import org.jspecify.annotations.NullMarked;
