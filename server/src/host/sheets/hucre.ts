/** What we use of a large package: the bundles take in no more. */
export { formatValue } from 'hucre';
export { readXlsx, writeXlsx } from 'hucre/xlsx';
