import { connect } from "node:net";

/** How often the answer is one customer's card: a telephone that a household shares is answered with everyone who uses it. */
export async function shareOfCards(port: number, next: () => string, requests: number): Promise<object> {
  let cards = 0;
  for (let n = 0; n < requests; n++) if (!(await answer(port, next())).includes('"card":null')) cards += 1;
  return { heart: "card", metric: "answers that open a card", ours: cards / requests, unit: "share", n: requests };
}

function answer(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.setEncoding("utf8");
    socket.on("data", (text) => void (heard += String(text)));
    socket.on("end", () => resolve(heard)).on("error", reject);
    socket.write(request.replace("\r\n", "\r\nConnection: close\r\n"));
  });
}
