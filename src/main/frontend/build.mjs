console.log("no islands yet");
