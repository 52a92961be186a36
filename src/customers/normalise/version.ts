/** Which edition of the rules in this folder made a value; stored with every identity. Raise it when a rule changes. */
export const normalising = 1;
