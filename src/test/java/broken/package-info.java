/** Code that breaks the rules of the house on purpose: each package shows that one rule notices. Never shipped. */
package broken;
