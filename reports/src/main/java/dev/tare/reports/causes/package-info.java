/**
 * Why a figure is above its limit: the sites that it comes from now, held against those that it
 * came from before.
 *
 * <p>Pure functions of measurements. Who measured the sites, and where the earlier ones are kept,
 * is nothing that this package knows; how a change reads is the renderers'.
 */
package dev.tare.reports.causes;
