import { AccountMenu } from "../access/AccountMenu.tsx";
import { useText } from "../platform/i18n/text.ts";
import { deskText } from "./deskText.ts";

/** The account's menu with the way to the wall: whoever sets one up starts here. */
export function Account() {
  const text = useText(deskText);
  return (
    <AccountMenu>
      <a className="button" href="/wall">
        {text.wall}
      </a>
    </AccountMenu>
  );
}
