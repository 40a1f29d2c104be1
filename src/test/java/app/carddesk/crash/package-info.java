/**
 * Kills the application, and the database server under it, at a chosen moment, and looks at what is left: a victim that
 * runs as a process of its own, and what drives it.
 */
package app.carddesk.crash;
