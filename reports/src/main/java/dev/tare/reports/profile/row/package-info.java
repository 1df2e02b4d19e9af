/**
 * One recorded row: where its files are and what they are of, its call stacks, and the tables and
 * flame graphs that are made of them. Nothing here records or converts.
 */
package dev.tare.reports.profile.row;
