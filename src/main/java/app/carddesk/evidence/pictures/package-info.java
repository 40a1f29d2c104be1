/** Pictures: what a file really is, and its pages drawn upright within bounds of memory and time. */
@NullMarked
package app.carddesk.evidence.pictures;

import org.jspecify.annotations.NullMarked;
