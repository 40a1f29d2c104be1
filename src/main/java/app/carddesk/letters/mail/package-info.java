/** Mail that comes in, read within bounds whatever it holds: replies and notices of what became of our letters. */
@NullMarked
package app.carddesk.letters.mail;

import org.jspecify.annotations.NullMarked;
