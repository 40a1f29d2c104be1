/** What is said to the customer and what each answer leads to, as one pure function. */
@NullMarked
package app.carddesk.cases.conversation;

import org.jspecify.annotations.NullMarked;
