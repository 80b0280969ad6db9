export const tickets = {
  filter: (ticket: number) => ticket > 0,
};
