import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../app/app.ts';
import { commandsOf, type Command } from '../app/commands/commands-of.ts';
import { DlElement } from '../ui/controls/dl-element.ts';
import '../ui/palette-of-commands/dl-command-palette.ts';

/** The palette with what can be done at the moment when it is opened; it comes when it is first asked for. */
@customElement('command-palette')
export class CommandPalette extends DlElement {
  @property({ attribute: false }) app!: App;
  @state() private commands: readonly Command[] = [];

  protected override firstUpdated(): void {
    this.commands = commandsOf(this.app);
  }

  protected override render() {
    return html`<dl-command-palette
      .entries=${this.commands}
      @command-choose=${({ detail }: CustomEvent<string>) =>
        this.commands.find(({ id }) => id === detail)?.run()}
    ></dl-command-palette>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'command-palette': CommandPalette;
  }
}
