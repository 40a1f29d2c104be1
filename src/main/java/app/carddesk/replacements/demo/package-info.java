/** The cases the demo begins with. */
@NullMarked
package app.carddesk.replacements.demo;

import org.jspecify.annotations.NullMarked;
