/** The desk, the case list and the case page, with the panels upper modules bring. */
@NamedInterface("ui")
@NullMarked
package app.carddesk.cases.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
