export const tickets = {
  filter: (ticket) => ticket.subject !==,
};
